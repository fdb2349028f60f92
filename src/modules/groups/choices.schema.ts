export const attendanceStates = ['present', 'excused', 'absent'] as const
