"""The table of labels, as part of the catalogue of each language."""

import pytest

from tracker import catalogues


@pytest.fixture
def labels(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "LABELS", tmp_path / "labels.yaml")
    return catalogues.LABELS


def test_a_label_of_the_table_is_in_the_catalogue(labels):
    labels.write_text("measure:\n  Abducted: {be: Выкрадзены, lt: Pagrobti}")
    assert catalogues.read_catalogue("be").get("Abducted", "measure").string == "Выкрадзены"
    assert catalogues.read_catalogue("ru").get("Abducted", "measure").string == ""


def test_a_label_that_stands_in_a_catalogue_too_is_refused(labels):
    labels.write_text('"":\n  Leave this page: {be: Выйсці}')
    with pytest.raises(ValueError, match="and in be"):
        catalogues.read_catalogue("be")


def test_a_label_that_yaml_takes_for_no_text_is_refused(labels):
    labels.write_text('"":\n  No: {be: Не}')
    with pytest.raises(ValueError, match="need quotes"):
        catalogues.read_catalogue("be")
