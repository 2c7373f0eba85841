//! What people see of themselves, of their group and of its teams.
