from traydial.services.favourites import KEPT, Favourites


def test_stars_last_and_can_be_taken_away(tmp_path):
    file = tmp_path / "favourites.json"
    favourites = Favourites(file)
    for number in ("7002", "7003", "7002"):
        favourites.mark(number, True)
    assert favourites.numbers == ("7002", "7003")
    assert Favourites(file).numbers == ("7002", "7003")
    favourites.mark("7002", False)
    favourites.mark("4711", False)
    assert Favourites(file).numbers == ("7003",)


def test_it_does_not_grow_and_a_damaged_file_is_an_empty_one(tmp_path):
    file = tmp_path / "favourites.json"
    favourites = Favourites(file)
    for number in range(KEPT + 5):
        favourites.mark(str(number), True)
    assert len(Favourites(file).numbers) == KEPT
    for content, left in (("", ()), ("{}", ()), ("[1, null]", ()), ('["7", 1, "7"]', ("7",))):
        file.write_text(content)
        assert Favourites(file).numbers == left
