"""The schema beside the migrations: functions, guards, published views and grants."""
