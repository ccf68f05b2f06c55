module.exports = {
  resolve: {
    alias: { "interakt-wasm/web": "interakt-wasm/dist/web.cjs" },
  },
  module: {
    rules: [
      {
        test: /\.[cm]?js$/,
        exclude: /node_modules\/(?!interakt-wasm)/,
        loader: "babel-loader",
        options: { presets: ["@babel/preset-env"] },
      },
    ],
  },
};
