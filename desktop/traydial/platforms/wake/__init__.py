"""When the computer woke up, or its network is another one."""
