"""The tables of the history, and how older files become newer ones.

``PRAGMA user_version`` counts the steps that were taken. A step is never changed once it was
released: a change is another step.
"""

import sqlite3

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE calls (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            linked TEXT NOT NULL,
            direction TEXT NOT NULL,
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            company TEXT NOT NULL,
            began REAL NOT NULL,
            talking_since REAL,
            ended REAL NOT NULL,
            cause TEXT NOT NULL,
            via TEXT NOT NULL,
            taker TEXT NOT NULL,
            recording TEXT NOT NULL,
            recorded INTEGER NOT NULL,
            note TEXT NOT NULL,
            missed INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            source TEXT NOT NULL,
            alive INTEGER NOT NULL,
            words TEXT NOT NULL,
            digits TEXT NOT NULL
        )""",
        "CREATE INDEX calls_by_time ON calls (began DESC, id DESC)",
        "CREATE INDEX calls_by_number ON calls (number)",
        "CREATE INDEX calls_missed ON calls (began) WHERE missed AND NOT seen",
        "CREATE TABLE gaps (since REAL PRIMARY KEY, until REAL NOT NULL)",
    ),
)
VERSION = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps a file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> int:
    """Take the steps that are missing, each wholly or not at all; return where it began."""
    began_at = version_of(connection)
    for number, statements in enumerate(STEPS[began_at:], began_at + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return began_at
