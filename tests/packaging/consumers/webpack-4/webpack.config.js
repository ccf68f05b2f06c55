module.exports = {
  resolve: {
    alias: { "interakt-wasm/web": "interakt-wasm/dist/web.cjs" },
  },
  module: {
    rules: [
      // What is called .mjs webpack 4 lets import nothing but the main file of a package.
      {
        test: /exercise(-web)?\.mjs$/,
        type: "javascript/auto",
        resolve: { mainFields: ["browser", "module", "main"] },
      },
      {
        test: /\.[cm]?js$/,
        exclude: /node_modules\/(?!interakt-wasm)/,
        loader: "babel-loader",
        options: { presets: ["@babel/preset-env"] },
      },
    ],
  },
};
