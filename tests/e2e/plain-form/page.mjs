/** What a page with a form of plain HTML has at hand, for the tests to choose from. */
import * as forms from "interakt-wasm/forms";
import { en } from "interakt-wasm/messages/en";
import { hi } from "interakt-wasm/messages/hi";
import * as v from "valibot";
import * as z from "zod";

Object.assign(globalThis, { ...forms, en, hi, v, z });
