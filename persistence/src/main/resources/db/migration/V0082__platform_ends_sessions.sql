-- The superadmin panel lists where people are logged in, and logs them out.
grant update (ended_at) on user_sessions to tradehall_platform;
