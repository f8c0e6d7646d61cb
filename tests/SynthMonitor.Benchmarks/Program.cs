using SynthMonitor.Benchmarks;
using SynthMonitor.Benchmarks.Comparisons;
using SynthMonitor.Benchmarks.Detectors;
using SynthMonitor.Benchmarks.Drift;
using SynthMonitor.Benchmarks.Ingest;
using SynthMonitor.Benchmarks.Memory;
using SynthMonitor.Benchmarks.Synthesis;

return args switch
{
    ["ingest", .. var options] => IngestBenchmark.Run(Options.Parse(options)),
    ["decode", .. var options] => DecodeBenchmark.Run(Options.Parse(options)),
    ["memory", .. var options] => await MemoryBenchmark.RunAsync(Options.Parse(options)),
    [IngestMeasurement.Command, .. var options] => IngestMeasurement.Run(Options.Parse(options)),
    ["comparison", .. var options] => ComparisonBenchmark.Run(Options.Parse(options)),
    ["synthesis", .. var options] => SynthesisBenchmark.Run(Options.Parse(options)),
    ["detectors", .. var options] => DetectorBenchmark.Run(Options.Parse(options)),
    ["false-alarms", .. var options] => FalseAlarmBenchmark.Run(Options.Parse(options)),
    ["concepts", .. var options] => await ConceptBenchmark.RunAsync(Options.Parse(options)),
    ["monitor", .. var options] => MonitorBenchmark.Run(Options.Parse(options)),
    _ => Usage(),
};

static int Usage()
{
    System.Console.Error.WriteLine(
        """
        usage: SynthMonitor.Benchmarks NAME [OPTIONS]

        ingest   processor time of a record in ingest, and its ratio to a bare loop over the same topic
                 --bootstrap-servers HOST:PORT   the broker (else the environment variable SYNTHMONITOR_KAFKA)
                 --records N                     records that are measured in each run (1000000)
                 --rounds N                      runs of each of the two, alternating (5)
                 --write FILE                    puts the table into a Markdown file, in place of the one of that name
        memory   the working set of a whole process after few and after many records, and its ratio
                 --bootstrap-servers HOST:PORT   as above
                 --few N --many N                records, features and labels together (1000000 and 5000000)
                 --write FILE                    as above
        decode   what the parts of ingest cost for a record, without Kafka
                 --rounds N                      turns of each part (15)
        comparison   false alarms of one comparison at 5 %: how often a column of clean data has a p-value of at most 0.05
                 --column TEXT                   only columns whose name holds this
                 --repetitions N                 comparisons of each kind and size (5000)
                 --write FILE                    as above

        synthesis   time and memory of fitting a generator and drawing as many rows as it learnt from
                 --generator tree|cart|marginals (tree)
                 --rounds N, --depth N           of the trees of 'tree'
                 --sets NAME,NAME                adult, online-shoppers
                 --seeds N                       runs, each with another seed of the draw (1)
                 --threads N                     the most threads (all)
                 --out FOLDER                    where the rows go, as CSV

        detectors     time of an update of each sequential detector, and of estimating a million rows without labels
                 --values N                      values that each detector takes in a round (2000000)
                 --write FILE                    as above

        false-alarms  alarms of each sequential detector, at its defaults, on streams of errors whose rate does not change
                 --streams N                     streams of each rate (100)
                 --values N                      values of each stream (100000)
                 --write FILE                    as above

        concepts   drifts found, false alarms and delay on SineClusters and WaveformDrift2
                 --stream TEXT                   only streams whose name holds this
                 --seeds N --rows N              streams of each kind (3), rows of each (155000)
                 --block N                       rows a block (5 and 4)
                 --write FILE                    as above
        monitor   run length without drift and delay of the drift monitor of one column
                 --references N --blocks N       calibrated references (20), blocks without drift on each (9500)
                 --repetitions N                 changes on each reference (20)
                 --write FILE                    as above
        """);
    return 2;
}
