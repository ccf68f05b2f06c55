import { showWeb } from "../exercise-web.mjs";

showWeb();
