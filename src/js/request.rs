//! The `Request` that goes out.
//!
//! Its method and headers are gloo-net's; gloo-net's builder and `send` are not used. The
//! one makes a request of another, and there are runtimes that forget method, headers and
//! body then. The other binds the global `fetch` without a `catch` and panics at
//! rejections and results that it does not know, and the tasks behind it share one queue,
//! which Workers forbids across requests.

use gloo_net::http::{Headers, Method as HttpMethod};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Request, RequestInit, RequestRedirect, Url};

use super::thrown::describe;
use crate::api::Method;
use crate::client::Misuse;

/// Nothing here panics: whatever gloo-net would panic at is tried before.
pub(super) fn request(
    method: Method,
    url: &str,
    headers: &[(String, String)],
    body: &JsValue,
    signal: Option<&AbortSignal>,
) -> Result<Request, JsValue> {
    let list = Headers::new();
    for (name, value) in headers {
        list.set(name, value);
    }
    let method = match method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
    };
    let options = RequestInit::new();
    options.set_method(method.as_str());
    options.set_headers(&list.into_raw());
    // Never followed, so that the key goes nowhere else. Workers has no "error".
    options.set_redirect(RequestRedirect::Manual);
    if !body.is_null() {
        options.set_body(body);
    }
    if signal.is_some() {
        options.set_signal(signal);
    }
    let make = || Request::new_with_str_and_init(url, &options);
    make()
        .or_else(|_| {
            // Where `Request` does not take the signal (the two are of different realms) a call
            // still ends in time; only the connection is not cut.
            options.set_signal(None);
            make()
        })
        .map_err(|_| match Url::new(url) {
            Err(_) => refused("base_url_invalid", "baseUrl is not a valid URL."),
            Ok(_) => refused(
                "request_invalid",
                "This runtime refuses the request: check baseUrl and headers.",
            ),
        })
}

fn refused(code: &'static str, message: &str) -> JsValue {
    describe(&Misuse::new(code, message).plain())
}
