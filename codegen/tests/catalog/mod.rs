//! A small catalog without a problem.

pub(crate) const CATALOG: &str = "\
product:
  id: demo
  title: Demo product
  enum: DemoError

sources:
  - id: page
    title: Demo page

categories:
  - id: only
    title: Only section

errors:
  - code: 1
    name: FIRST
    category: only
    kind: internal
    summary: The first thing is broken.
    actor: zoom
    retry: after_fix
    advice: editorial
    remediation:
      - Mend the first part with the tool that fits.

  - code: 2
    name: SECOND
    category: only
    kind: internal
    summary: The second thing is broken.
    actor: zoom
    retry: after_fix
    advice: editorial
    remediation:
      - Mend the second part with another tool.
";
