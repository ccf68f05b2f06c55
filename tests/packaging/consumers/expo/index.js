import { registerRootComponent } from "expo";

// Metro puts in what the variable holds, and leaves the other one out.
registerRootComponent(
  process.env.EXPO_PUBLIC_WEB ? require("./web.js").default : require("./app.js").default,
);
