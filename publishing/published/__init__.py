"""The app label of every projection, so that no migration ever hears of the published views."""
