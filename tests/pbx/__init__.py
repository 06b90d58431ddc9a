"""A real Asterisk with real SIP phones on the loopback, for the tests and to play with."""
