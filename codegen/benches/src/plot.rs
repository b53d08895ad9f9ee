//! The curve as a picture.

use std::path::Path;

use plotters::prelude::*;

use crate::Outcome;
use crate::curve::Point;

/// Draws seconds over codes, both in powers of ten, with a straight line for "linear" beside.
pub(crate) fn draw(points: &[Point], file: &Path) -> Outcome {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Err("there is no point to draw".into());
    };
    let area = SVGBackend::new(file, (640, 400)).into_drawing_area();
    area.fill(&WHITE)?;
    let least = points
        .iter()
        .map(|point| point.seconds)
        .fold(f64::MAX, f64::min);
    let codes = (first.codes as f64)..(last.codes as f64 * 1.2);
    let seconds = (least / 2.0)..(last.seconds * 2.0);
    let mut chart = ChartBuilder::on(&area)
        .caption("Generating the crate", ("sans-serif", 20))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(64)
        .build_cartesian_2d(codes.log_scale(), seconds.log_scale())?;
    chart
        .configure_mesh()
        .x_desc("codes")
        .y_desc("seconds")
        .x_label_formatter(&|codes| format!("{codes:.0}"))
        .y_label_formatter(&|seconds| format!("{seconds}"))
        .light_line_style(BLACK.mix(0.06))
        .draw()?;
    let measured = points
        .iter()
        .map(|point| (point.codes as f64, point.seconds));
    let each = last.seconds / last.codes as f64;
    let linear = points
        .iter()
        .map(|point| (point.codes as f64, point.codes as f64 * each));
    let grey = BLACK.mix(0.4);
    chart
        .draw_series(LineSeries::new(linear, grey))?
        .label("as much for each code as at the end")
        .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], grey));
    let blue = RGBColor(0, 102, 178);
    chart
        .draw_series(LineSeries::new(measured.clone(), blue.stroke_width(2)))?
        .label("read, checked and rendered")
        .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], blue.stroke_width(2)));
    chart.draw_series(measured.map(|point| Circle::new(point, 4, blue.filled())))?;
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .border_style(BLACK.mix(0.2))
        .background_style(WHITE)
        .draw()?;
    area.present()?;
    Ok(())
}
