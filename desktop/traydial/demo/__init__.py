"""The demo PBX: an AMI server with simulated people, for trying the program without a PBX."""
