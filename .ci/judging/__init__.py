"""Independent judges of what `dossier` makes: each uses other people's tools, none uses ours."""
