using SynthMonitor.Commands;
using SynthMonitor.Console;

using var interrupt = new Interrupt(System.Console.Error);
return await CommandLine.Run(args, System.Console.Out, System.Console.Error, interrupt.Token);
