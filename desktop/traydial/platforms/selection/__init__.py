"""What is selected in whatever window is in front; the clipboard stays as it is."""
