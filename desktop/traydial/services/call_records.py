"""Fills gaps in the history from the PBX's call detail records in a SQL database."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

from traydial.domain.call_records import QUERY, CallRecordSettings, past_calls, record_of
from traydial.domain.history import Gap, PastCall
from traydial.services.sql_reader import SqlReader

MOST_RECORDS = 5000
# the records' clock may be in any zone of the world; unique ids tell the time itself
ANY_ZONE = timedelta(hours=15)


class CallRecords:
    """Reads one database, for as long as it takes to fill one gap."""

    def __init__(
        self, settings: CallRecordSettings, password: Callable[[], Awaitable[str]]
    ) -> None:
        self._settings, self._password = settings, password

    async def fill(self, gap: Gap, devices: Sequence[str]) -> list[PastCall]:
        """Return the calls of these devices in that time. Raises LookupFailed."""
        since = datetime.fromtimestamp(gap.since, UTC).replace(tzinfo=None) - ANY_ZONE
        until = datetime.fromtimestamp(gap.until, UTC).replace(tzinfo=None) + ANY_ZONE
        times: dict[str, object] = {"since": since, "until": until}
        if self._settings.url.startswith("sqlite"):  # which keeps times as texts
            times = {name: str(at)[:19] for name, at in times.items()}
        reader = SqlReader(self._settings.url, self._password)
        try:
            rows = [
                row
                for device in devices
                for row in await reader.rows(
                    self._settings.query or QUERY,
                    {**times, "device": f"{device}-%"},
                    MOST_RECORDS,
                )
            ]
        finally:
            await reader.aclose()
        # two own devices may be in the same call
        records = dict.fromkeys(record_of(row) for row in rows)
        return past_calls(records, devices, gap)
