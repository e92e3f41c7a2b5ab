# The product as one image: gunicorn, as a user without rights, over a read-only file system.
FROM python:3.13-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 STATIC_ROOT=/srv/static
WORKDIR /srv/tracker

COPY requirements/run.txt requirements/run.txt
RUN pip install --no-deps --require-hashes --requirement requirements/run.txt

COPY . .
RUN python -m tracker.catalogues \
    && SECRET_KEY=building DATABASE_URL=postgresql:///building \
        python manage.py collectstatic --noinput --verbosity 0 \
    && useradd --system --no-create-home tracker

USER tracker
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["python", "-c", \
    "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["gunicorn", "tracker.wsgi", "--config", "python:tracker.gunicorn", "--bind", "0.0.0.0:8000", \
    "--worker-tmp-dir", "/dev/shm"]
