//! Newer versions of a statement's call: offered with what they change, taken or left.
//!
//! The rules are versioned inside the statement file, so that what was agreed under one state
//! of them is not judged by another unasked.

use rostrum_core::calls::{self, differences};
use rostrum_core::model::Call;

use super::Desk;
use super::open::Open;
use super::wire::{FileRequest, RenewRequest, Renewal, Workspace};
use crate::failure::{Code, Failure};

/// Setting of a statement file: the version that the user did not want.
const DECLINED: &str = "call.declined";
/// Setting of a statement file: the rules from before the last renewal.
const EARLIER: &str = "call.earlier";

impl Desk {
    /// Tells what a newer version of the statement's call would change.
    pub fn renewal_show(&self, request: FileRequest) -> Result<Renewal, Failure> {
        self.with(&request.file, |open| {
            let present = &open.kept_call;
            let newer = self.newer(present);
            let declined = declined(open)?;
            let earlier = earlier(open)?.map_or(0, |(call, _)| call.version);
            Ok(match newer {
                None => Renewal {
                    version: present.version,
                    newest: present.version,
                    earlier,
                    ..Renewal::default()
                },
                Some((newer, _)) => Renewal {
                    version: present.version,
                    newest: newer.version,
                    offered: newer.version > declined,
                    differences: differences(present, &newer),
                    earlier,
                },
            })
        })
    }

    /// Takes newer rules of the call, keeps the present ones, or goes back to the earlier.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is nothing newer or earlier; [`Code::ValueRefused`] for
    /// another act.
    pub fn renewal_decide(&self, request: RenewRequest) -> Result<Workspace, Failure> {
        let now = self.now();
        let attempt = "renew the rules of the call";
        let none =
            |detail: &str| Failure::new(Code::NotFound, attempt, detail).with("name", "call");
        self.with(&request.file, |open| {
            let present = open.file.call()?.map(|kept| kept.toml).unwrap_or_default();
            match request.act.as_str() {
                "accept" => {
                    let (call, toml) = self
                        .newer(&open.kept_call)
                        .ok_or_else(|| none("no newer version of the rules is known"))?;
                    open.file.put_setting(EARLIER, &present)?;
                    open.take_call(call, &toml, &now)
                }
                "keep" => {
                    let newest = self.newer(&open.kept_call).map_or(0, |(call, _)| call.version);
                    Ok(open.file.put_setting(DECLINED, &newest.to_string())?)
                }
                "back" => {
                    let (call, toml) = earlier(open)?
                        .ok_or_else(|| none("the rules of this statement were never renewed"))?;
                    let left = open.kept_call.version;
                    open.take_call(call, &toml, &now)?;
                    open.file.put_setting(EARLIER, "")?;
                    Ok(open.file.put_setting(DECLINED, &left.to_string())?)
                }
                _ => Err(Failure::new(Code::ValueRefused, attempt, "use accept, keep or back")
                    .with("field", "act")),
            }
        })?;
        self.workspace_of(&request.file)
    }

    /// Returns the version of a newer state of the call that is offered; 0 when none is.
    pub(super) fn newer_call(&self, open: &Open) -> Result<u32, Failure> {
        let Ok(text) = self.call_text(&open.kept_call.id) else { return Ok(0) };
        // Cheap before exact: this is asked at every change.
        let newest = version_line(&text);
        if newest <= open.kept_call.version || newest <= declined(open)? {
            return Ok(0);
        }
        Ok(self.newer(&open.kept_call).map_or(0, |(call, _)| call.version))
    }

    /// Returns the newest state of a call that is known here, when it is newer and sound.
    fn newer(&self, present: &Call) -> Option<(Call, String)> {
        let toml = self.call_text(&present.id).ok()?;
        let call = calls::load(&toml).ok()?;
        (call.id == present.id && call.version > present.version).then_some((call, toml))
    }
}

fn declined(open: &Open) -> Result<u32, Failure> {
    let kept = open.file.setting(DECLINED)?;
    Ok(kept.and_then(|version| version.parse().ok()).unwrap_or(0))
}

fn earlier(open: &Open) -> Result<Option<(Call, String)>, Failure> {
    let toml = open.file.setting(EARLIER)?.unwrap_or_default();
    Ok(calls::load(&toml).ok().map(|call| (call, toml)))
}

fn version_line(toml: &str) -> u32 {
    toml.lines()
        .find_map(|line| line.strip_prefix("version")?.trim_start().strip_prefix('='))
        .and_then(|value| value.split('#').next()?.trim().parse().ok())
        .unwrap_or(u32::MAX)
}
