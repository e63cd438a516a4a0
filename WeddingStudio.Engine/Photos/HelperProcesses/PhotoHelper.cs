using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>
/// The program as a helper: it reads the photos it is told over standard input, one after the other, until that ends. A file can do to
/// it what it wants: it owns nothing, and the studio starts another one.
/// </summary>
public static class PhotoHelper
{
    /// <summary>The command that makes the program one; not for people.</summary>
    public const string Command = "read-photos";

    public static async Task RunAsync()
    {
        // Ctrl-C and a service's stop reach the whole family. Helpers leave when the studio lets go of them, not before.
        using var deaf = new Deaf();
        HelperLimits.BeExpendable();
        await using var input = Console.OpenStandardInput();
        using var orders = new BlockingCollection<byte[]>();
        new Thread(() => new HelperTurns(orders, Console.OpenStandardOutput()).Run()) { IsBackground = true }.Start();
        while (await MessageFrames.ReadAsync(input) is { } order)
            orders.Add(order);

        // The studio may be gone, killed even, while a file keeps this process busy: nothing here is worth waiting for.
        Process.GetCurrentProcess().Kill();
    }

    private sealed class Deaf : IDisposable
    {
        private readonly PosixSignalRegistration[] _signals =
            [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(Ignore)];

        public void Dispose() => Array.ForEach(_signals, signal => signal.Dispose());

        private static PosixSignalRegistration Ignore(PosixSignal signal) =>
            PosixSignalRegistration.Create(signal, context => context.Cancel = true);
    }
}
