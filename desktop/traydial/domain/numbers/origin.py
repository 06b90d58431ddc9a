"""Where a number is from, as far as its digits tell (phonenumbers' geocoding)."""

LANGUAGE = "en"


def origin_of(e164: str, country: str) -> str:
    """Return the city, and the country where it is another one; empty where neither is known.

    The tables take a third of a second to load and 100 MB to keep: call it in a process that
    ends.
    """
    import phonenumbers
    from phonenumbers import geocoder

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return ""
    nation = geocoder.country_name_for_number(number, LANGUAGE)
    city = geocoder.description_for_number(number, LANGUAGE)
    is_home = country in phonenumbers.region_codes_for_country_code(number.country_code or 0)
    return ", ".join(
        dict.fromkeys(filter(None, ("" if city == nation else city, "" if is_home else nation)))
    )
