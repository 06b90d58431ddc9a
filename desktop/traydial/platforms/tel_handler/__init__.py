"""Who opens ``tel:`` links: shown, offered, taken back."""
