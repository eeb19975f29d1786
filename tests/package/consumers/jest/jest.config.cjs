module.exports = { setupFiles: ["./text-encoding.cjs"], testMatch: ["**/*.test.?(c|m)js"], transform: {} };
