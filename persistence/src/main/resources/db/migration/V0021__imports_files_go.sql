-- A file is needed until its import is completed, and for 30 days at most; its rows, which the
-- report shows, are kept.
grant delete on import_files to tradehall_app;
