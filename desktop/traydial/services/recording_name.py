"""The name of a recording on the PBX.

A comma in MixMonitor's ``File`` starts a shell command on the PBX, so the name is built
from an alphabet that cannot express one, whatever number or template it is made of.
"""

import re
import time

from traydial.domain.calls import Call
from traydial.domain.setting_checks import RECORDING_FIELDS

_FORBIDDEN = re.compile(r"[^A-Za-z0-9._-]")
_FIELD = re.compile(r"\{([^{}]*)\}")
MAX_FIELD = 40


def recording_name(template: str, call: Call, extension: str, at: float) -> str:
    """Fill the template for a call that is recorded from ``at`` (epoch seconds) on.

    The result holds only ``[A-Za-z0-9._-]`` and the template's own ``/``, and never
    leaves the PBX's folder for recordings.
    """
    now = time.localtime(at)
    fields = {
        "date": time.strftime("%Y-%m-%d", now),
        "time": time.strftime("%H-%M-%S", now),
        "number": call.number or "unknown",
        "direction": call.direction.value,
        "extension": extension,
    }
    assert fields.keys() == {*RECORDING_FIELDS}

    def fill(found: re.Match[str]) -> str:
        value = fields.get(found[1], "").replace("+", "00")
        return _FORBIDDEN.sub("", value).strip(".")[:MAX_FIELD] or "unknown"

    parts = (_FORBIDDEN.sub("", _FIELD.sub(fill, part)) for part in template.split("/"))
    kept = [part for part in parts if part.strip(".")]
    return "/".join(kept) or "traydial.wav"
