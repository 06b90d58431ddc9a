from traydial.services.known_queues import KEPT, KnownQueues


def test_they_are_remembered(tmp_path):
    file = tmp_path / "queues.json"
    known = KnownQueues(file)
    known.add(["support", "sales"])
    known.add(["support"])
    assert known.names == KnownQueues(file).names == ("support", "sales")
    assert file.stat().st_mode & 0o077 == 0


def test_it_does_not_grow(tmp_path):
    known = KnownQueues(tmp_path / "queues.json")
    known.add(str(n) for n in range(KEPT + 9))
    assert len(known.names) == len(KnownQueues(tmp_path / "queues.json").names) == KEPT


def test_a_damaged_file_means_none(tmp_path):
    file = tmp_path / "queues.json"
    for content in ("", "{}", "[1, null]", "\x00"):
        file.write_text(content)
        assert KnownQueues(file).names == ()


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path):
    known = KnownQueues(tmp_path / "file" / "queues.json")
    (tmp_path / "file").write_text("")
    known.add(["support"])
    assert known.names == ("support",)
