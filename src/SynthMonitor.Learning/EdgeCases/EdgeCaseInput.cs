using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.EdgeCases;

/// <summary>What synthetic edge cases are made from: recent rows that are trained on. The holdout's are not among them, so nothing made here can know them.</summary>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Recent">Recent labelled real rows: the target and the columns that a model may use.</param>
/// <param name="Champion">What the champion said of them; NaN where it said nothing.</param>
/// <param name="Seed">Chooses what is random.</param>
public sealed record EdgeCaseInput(LearningTask Task, Table Recent, Predictions Champion, ulong Seed);
