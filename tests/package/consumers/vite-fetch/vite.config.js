export default { optimizeDeps: { exclude: ["sgii-guide"] } };
