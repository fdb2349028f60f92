// The demonstration partnership of prisma/demo: records everywhere DEMO=1, accounts on the embedded database only.
