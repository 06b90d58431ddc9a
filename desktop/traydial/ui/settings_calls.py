"""The pages of the settings about what becomes of calls. Knows no Qt."""

from traydial.domain.language import mark
from traydial.ui.settings_model import Field, Page

RECORDING = Page(
    mark("Recording"),
    "mic",
    (
        Field(
            "recording.policy",
            mark("Calls are recorded"),
            choices=(
                ("ask", mark("when I click Record")),
                ("always", mark("always, and to their end")),
                ("never", mark("never")),
            ),
        ),
        Field(
            "recording.leg",
            mark("After a transfer"),
            choices=(
                ("own", mark("the recording ends")),
                ("other", mark("it goes on, with the other party")),
            ),
        ),
        Field(
            "recording.announce",
            mark("Announcement"),
            mark("none"),
            mark(
                "An extension that both hear before a recording starts, say "
                "\u201cThis call is being recorded\u201d."
            ),
        ),
        Field(
            "recording.consent",
            mark("Ask before"),
            mark("nothing"),
            mark("What you are reminded to ask before each recording that you start."),
        ),
        Field(
            "recording.one_touch",
            mark("Recording key"),
            mark("none"),
            mark("Of the phone system, like *3; for accounts that may not record otherwise."),
        ),
        Field(
            "recording.file_name",
            mark("File name"),
            "traydial/{date}-{time}-{number}.wav",
            mark(
                "On the phone system, which keeps the files. "
                "Can hold {date}, {time}, {number}, {direction}, {extension}."
            ),
        ),
    ),
)
FORWARDING = Page(
    mark("Forwarding"),
    "phone-forwarded",
    (
        Field(
            "diversions.scheme",
            mark("Kept"),
            help=mark(
                "Where the phone system keeps do not disturb and forwarding; ask your admin."
            ),
            choices=(
                ("auto", mark("as FreePBX does, if it is one")),
                ("freepbx", mark("as FreePBX does")),
                ("plain", mark("as older examples do: DND, CFIM, CFBS, CFNA")),
                ("own", mark("only where the fields below say")),
                ("off", mark("nowhere: offer neither")),
            ),
        ),
        Field("diversions.do_not_disturb", mark("Do not disturb"), "DND/{extension}"),
        Field("diversions.always", mark("Every call"), "CF/{extension}"),
        Field("diversions.busy", mark("When busy"), "CFB/{extension}"),
        Field(
            "diversions.no_answer",
            mark("When not answered"),
            "CFU/{extension}",
            mark("Entries of the phone system's database; empty is as chosen above."),
        ),
        Field(
            "diversions.value", mark("Means on"), "YES", mark("What is written for do not disturb.")
        ),
        Field("diversions.lamps", mark("Lamps"), "Custom:DND{extension}"),
        Field(
            "diversions.forward_lamps",
            mark("Forwarding lamps"),
            "Custom:CF{extension}",
            mark("States that lamps of phones follow, with commas between."),
        ),
        Field("diversions.by_codes", mark("Use codes where I may not write there")),
        Field(
            "diversions.codes",
            mark("Codes"),
            "*78, *79, *72, *73, *90, *91, *52, *53",
            mark(
                "On and off: do not disturb, all calls, when busy, when not answered. "
                "Used where your account may not write entries."
            ),
        ),
    ),
)
QUEUES = Page(
    mark("Queues"),
    "users",
    (
        Field(
            "queues.names",
            mark("My queues"),
            mark("where I am a member"),
            mark(
                "As the phone system names them, with commas between; 400 = Sales gives one a name."
            ),
        ),
        Field(
            "queues.pause_reasons",
            mark("Reasons to pause"),
            "Break, Lunch, Meeting",
            mark("Offered when you pause; supervisors see them."),
        ),
        Field(
            "queues.interface",
            mark("Rings"),
            mark("the phone itself"),
            mark(
                "Where the queue rings something else, say Local/{extension}@from-queue/n; "
                "ask your admin."
            ),
        ),
    ),
)
