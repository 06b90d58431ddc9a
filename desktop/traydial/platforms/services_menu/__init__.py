"""What a system offers for selected text in every program's menu."""
