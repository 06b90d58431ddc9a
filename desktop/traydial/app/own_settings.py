"""The settings of a profile, with what the administrator set on this computer."""

from traydial.app.profile import Profile
from traydial.app.speech import speak_as
from traydial.domain.language import AS_THE_SYSTEM
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import Settings
from traydial.services.machine_settings import administered, load_layers
from traydial.services.settings_file import save


def load_all(profile: Profile) -> Layered:
    """Return the settings of this profile with all layers; speak the language they ask for."""
    layers = load_layers(profile.config_file, administered(profile.administered))
    if layers.settings.display.language != AS_THE_SYSTEM:
        speak_as(layers.settings.display.language)
    return layers


def keep(profile: Profile, settings: Settings) -> None:
    """Write them to the user's file, as far as it is the user who says so. Raises OSError."""
    save(profile.config_file, settings, load_all(profile))
