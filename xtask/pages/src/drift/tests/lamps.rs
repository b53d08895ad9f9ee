//! A small catalog, and its page in several layouts.

pub(super) const CATALOG: &str = "\
product:
  id: lamp
  title: Lamp
  enum: LampError

sources:
  - id: page
    title: Lamp errors
  - id: sdk
    title: Lamp SDK
    kind: package

ranges:
  - id: high
    title: High
    codes: 300..=399

categories:
  - id: bulb
    title: Bulb errors
  - id: cable
    title: Cable errors

errors:
  - code: 100
    name: BULB_DARK
    category: bulb
    kind: device
    summary: The bulb gives no light.
    reasons:
      - code: 1
        name: LOOSE
        summary: The bulb sits loose.
      - code: 2
        name: BROKEN
        summary: The wire is broken.

  - code: 101
    name: BULB_HOT
    aliases: [BULB_TOO_HOT]
    category: bulb
    kind: device
    summary: The bulb is too hot to touch.

  # Only the SDK has it.
  - code: 102
    name: BULB_LOST
    category: bulb
    kind: device
    summary: There is no bulb.
    origin: observed
    source: sdk

  - code: 200
    name: CABLE_CUT
    category: cable
    kind: device
    summary: No current arrives.
    raised_by: [lamp.turnOn]

  - code: 201
    name: CABLE_WET
    category: cable
    kind: device
    summary: The cable is wet.
    retired: 2026-02-07

  - code: 300
    name: FUSE_BLOWN
    category: cable
    kind: device
    summary: The fuse has blown.
    reasons:
      - message: too much current
        name: OVERLOAD
        summary: More lamps than the fuse bears.
";

/// Bullets.
pub(super) const BULLETS: &str = "\
Lamp errors

Bulb errors

  • 100 - BULB_DARK - Occurs in lamp.turnOn when no light is seen.
    • 1 - Loose socket
    • 2 - Broken wire
  • 101 - BULB_HOT - The bulb was on for long.

Cable errors

  • 200 - CABLE_CUT - Occurs in lamp.turnOn because nothing arrives.
  • 300 - FUSE_BLOWN - The fuse went.
    • There was too much current
";

/// A Markdown page with tables, whose rows have no finer causes.
pub(super) const TABLES: &str = "\
# Lamp errors

## Bulb errors

| Code | Name | Description |
|------|------|-------------|
| `100` | BULB_DARK | No light is seen |
| `101` | BULB_HOT | The bulb was on for long |

## Cable errors

| Code | Name | Description |
|------|------|-------------|
| `200` | CABLE_CUT | Nothing arrives at `lamp.turnOn` |
| `300` | FUSE_BLOWN | The fuse went |
";

/// The same as HTML.
pub(super) const HTML: &str = "\
<!DOCTYPE html><html><head><title>Lamps</title></head><body>
<h1>Lamp errors</h1>
<h2>Bulb errors</h2>
<table><thead><tr><th>Code</th><th>Name</th><th>Description</th></tr></thead><tbody>
<tr><td><code>100</code></td><td>BULB_DARK</td><td>No light is seen</td></tr>
<tr><td><code>101</code></td><td>BULB_HOT</td><td>The bulb was on for long</td></tr>
</tbody></table>
<h2>Cable errors</h2>
<table><thead><tr><th>Code</th><th>Name</th><th>Description</th></tr></thead><tbody>
<tr><td><code>200</code></td><td>CABLE_CUT</td><td>Nothing arrives at lamp.turnOn</td></tr>
<tr><td><code>300</code></td><td>FUSE_BLOWN</td><td>The fuse went</td></tr>
</tbody></table>
</body></html>
";
