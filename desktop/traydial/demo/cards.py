"""The demo's address book, as a vCard file."""

_PEOPLE = (
    ("Clara Winter", "Winter Logistik", "+49 40 55500123"),
    ("Daniel Costa", "Costa Foods", "+351 21 555 0199"),
    ("Erika Sommer", "", "0170 5550142"),
    ("Farid Haddad", "Haddad Consulting", "+44 20 7946 0991"),
    ("Gudrun Klein", "Klein & Partner", "089 5550177"),
)
CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nORG:{company}\r\nTEL:{number}\r\nEND:VCARD\r\n"
    for name, company, number in _PEOPLE
)
