/** Loaded before a program: in India it is noon, so that nothing waits for the morning. */
const { now } = Date;
const shift = Date.UTC(2026, 0, 15, 6, 30) - now();
Date.now = () => now() + shift;
