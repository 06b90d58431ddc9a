"""The settings of a profile, with what the administrator set on this computer."""

from traydial.app.profile import Profile
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import Settings
from traydial.services.machine_settings import administered, load_layers
from traydial.services.settings_file import save


def load_all(profile: Profile) -> Layered:
    """Return the settings of this profile with all layers."""
    return load_layers(profile.config_file, administered(profile.administered))


def keep(profile: Profile, settings: Settings) -> None:
    """Write them to the user's file, as far as it is the user who says so. Raises OSError."""
    save(profile.config_file, settings, load_all(profile))
