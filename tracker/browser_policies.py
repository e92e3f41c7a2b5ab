"""What a page may load, and what it may ask of the device."""

from csp.constants import NONE, SELF

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# All that a page could ask of the device, but for the passkeys that staff log in with.
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer ambient-light-sensor autoplay bluetooth browsing-topics camera "
        "clipboard-read clipboard-write compute-pressure display-capture encrypted-media "
        "fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection "
        "keyboard-map local-fonts magnetometer microphone midi otp-credentials payment "
        "picture-in-picture screen-wake-lock serial storage-access sync-xhr usb web-share "
        "window-management xr-spatial-tracking"
    ).split()
}
