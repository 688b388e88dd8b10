"""The library of kits on disk, and drafts of kit files. No Qt; for controllers/kits."""
