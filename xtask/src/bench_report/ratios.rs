//! Whether figures written down are still those of the present state. Times differ between machines;
//! only what is measured in times of another row is compared.

use std::collections::BTreeMap;

/// How far a ratio may be off: machines differ a little in these, too.
const TOLERANCE: f64 = 1.3;

/// The headings of columns that hold ratios.
const HEADINGS: [&str; 2] = ["in times of", "derives take"];

/// The ratios of tables, each by its table and row.
fn ratios(text: &str) -> BTreeMap<(&str, &str), f64> {
    let mut ratios = BTreeMap::new();
    let mut table: Option<(&str, usize)> = None;
    for line in text.lines() {
        let Some(row) = line.strip_prefix('|') else {
            table = None;
            continue;
        };
        let cells: Vec<&str> = row
            .trim_end_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        match table {
            None => {
                let is_ratio =
                    |cell: &&str| HEADINGS.iter().any(|heading| cell.starts_with(heading));
                let column = cells.iter().position(is_ratio);
                table = Some((cells[0], column.unwrap_or(usize::MAX)));
            }
            Some((title, column)) => {
                let cell = cells.get(column).and_then(|cell| cell.split(' ').next());
                if let Some(ratio) = cell.and_then(|cell| cell.parse().ok()) {
                    ratios.insert((title, cells[0]), ratio);
                }
            }
        }
    }
    ratios
}

/// What of the figures written down no longer holds, a line each.
pub(super) fn stale(written: &str, measured: &str) -> Vec<String> {
    let (written, measured) = (ratios(written), ratios(measured));
    let lost = written.keys().filter(|key| !measured.contains_key(*key));
    let lost = lost.map(|(title, row)| format!("{title}, {row}: written down, not measured"));
    let off = measured.iter().filter_map(|(key, now)| {
        let (title, row) = key;
        let Some(then) = written.get(key) else {
            return Some(format!("{title}, {row}: measured, not written down"));
        };
        // The last digit of small ratios is coarse.
        let is_near = now / then < TOLERANCE && then / now < TOLERANCE || (now - then).abs() < 0.15;
        (!is_near).then(|| format!("{title}, {row}: {then} is written down, {now} measured"))
    });
    lost.chain(off).collect()
}

#[cfg(test)]
mod tests {
    use super::stale;

    const WRITTEN: &str = "\
| By code | time | in times of zoom-errors |
| --- | ---: | ---: |
| zoom-errors | 1.0 ns |  |
| match | 10.0 ns | 10.0 |
| phf | 20.0 ns | 20.0 |

| build | time | derives take |
| --- | ---: | ---: |
| ours | 1.0 s | 4.0 times as long |
";

    #[test]
    fn other_times_with_like_ratios_are_no_news() {
        let faster = WRITTEN
            .replace("10.0 ns | 10.0", "5.0 ns | 9.0")
            .replace("20.0 ns | 20.0", "11.0 ns | 22.1")
            .replace("1.0 s", "9.0 s");
        assert_eq!(stale(WRITTEN, &faster), Vec::<String>::new());
    }

    #[test]
    fn ratios_that_are_off_new_or_gone_are_told() {
        let other = WRITTEN
            .replace("10.0 ns | 10.0", "5.0 ns | 7.0")
            .replace("| phf |", "| std |")
            .replace("4.0 times", "5.5 times");
        assert_eq!(
            stale(WRITTEN, &other),
            [
                "By code, phf: written down, not measured",
                "By code, match: 10 is written down, 7 measured",
                "By code, std: measured, not written down",
                "build, ours: 4 is written down, 5.5 measured",
            ]
        );
    }
}
