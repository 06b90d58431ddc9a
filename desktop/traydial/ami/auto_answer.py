"""How the own phone is asked to lift by itself: a SIP header on its INVITE alone.

Set through variables of action Originate: ``PJSIP_HEADER`` (chan_pjsip) and
``SIPADDHEADER`` (chan_sip). Seen on the wire of Asterisk 16 and 22; the callee's INVITE
does not carry it.
"""

_HEADERS = {
    "call-info": ("Call-Info", "<sip:traydial>;answer-after=0"),
    "alert-info": ("Alert-Info", "<http://traydial>;info=alert-autoanswer"),
    "ring-answer": ("Alert-Info", "Ring Answer"),
    "answer-mode": ("Answer-Mode", "Auto"),  # RFC 5373
}


def variables(device: str, kind: str) -> list[tuple[str, str]]:
    """Return the Variable headers for this device; none where it cannot be asked."""
    if kind not in _HEADERS:
        return []
    name, value = _HEADERS[kind]
    if device.startswith("PJSIP/"):
        return [("Variable", f"PJSIP_HEADER(add,{name})={value}")]
    if device.startswith("SIP/"):
        return [("Variable", f"SIPADDHEADER01={name}: {value}")]
    return []
