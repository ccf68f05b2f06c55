//! The `Request` that goes out.
//!
//! It is gloo-net's; gloo-net's `send` is not used. That binds the global `fetch`
//! without a `catch` and panics at rejections and results that it does not know,
//! and the tasks behind it share one queue, which Workers forbids across requests.

use gloo_net::http::{Headers, Method as HttpMethod, RequestBuilder};
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
    body: JsValue,
    signal: &AbortSignal,
) -> Result<Request, JsValue> {
    if Url::new(url).is_err() {
        return Err(refused("base_url_invalid", "baseUrl is not a valid URL."));
    }
    let list = Headers::new();
    for (name, value) in headers {
        list.set(name, value);
    }
    let builder = RequestBuilder::new(url)
        .method(match method {
            Method::Get => HttpMethod::GET,
            Method::Post => HttpMethod::POST,
        })
        .headers(list)
        // Never followed, so that the key goes nowhere else. Workers has no "error".
        .redirect(RequestRedirect::Manual);
    let request = if body.is_null() { builder.build() } else { builder.body(body) };
    let message = "This runtime refuses the request: check baseUrl and headers.";
    let request = request.map_err(|_| refused("request_invalid", message))?;
    Ok(abortable(request.into(), signal))
}

/// The same request with the signal. Where `Request` does not take it (the two
/// are of different realms) a call still ends in time; only the connection is not cut.
fn abortable(request: Request, signal: &AbortSignal) -> Request {
    let options = RequestInit::new();
    options.set_signal(Some(signal));
    Request::new_with_request_and_init(&request, &options).unwrap_or(request)
}

fn refused(code: &'static str, message: &str) -> JsValue {
    describe(&Misuse::new(code, message).plain())
}
