"""The pages about waves and figures. They read what is published, and nothing else."""
