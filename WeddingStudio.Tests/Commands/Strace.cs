using System.Net;
using System.Text.RegularExpressions;

namespace WeddingStudio.Tests.Commands;

/// <summary>Reads what `strace` saw of a program and all its children: where it spoke to, and what it made or opened for writing.</summary>
internal sealed partial class Strace(string folder, IReadOnlyList<string> writable)
{
    private const string Path = "/usr/bin/strace";

    // Calls that name an address, and calls that change what a path names. Whoever speaks to the network must connect or name the address.
    private const string Network = "connect,sendto,sendmsg,sendmmsg,bind";
    private const string Files = "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,symlink,symlinkat,"
        + "rename,renameat,renameat2,"
        + "unlink,unlinkat,rmdir,truncate,chmod,fchmodat,chown,lchown,fchownat,utimensat,setxattr,lsetxattr";

    private const int DnsPort = 53;

    // Where .NET and libc open nothing of anybody's: the terminal, a debugger that waits for
    // the start, and the traced processes themselves.
    private static readonly string[] Harmless = ["/dev/null", "/dev/tty", "/dev/pts/", "/dev/shm/sem.clrst", "/proc/self/"];

    // libc asks here for the name of a user; the answer comes from this computer.
    private static readonly string[] LocalSockets = ["/var/run/nscd/socket", "/run/nscd/socket"];

    private string[] _own = Harmless;

    /// <summary>Skips the test (in CI: fails it) where there is no strace.</summary>
    public static string Require()
    {
        if (!File.Exists(Path) && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"There is no {Path} on this machine.");
        Assert.SkipUnless(File.Exists(Path), $"There is no {Path} on this machine.");
        return Path;
    }

    /// <summary>The program stays our own child and the tracer stands beside it; calls that are not asked for run at full speed.</summary>
    public static IEnumerable<string> Options(string trace) =>
    [
        "-D", "-f", "--seccomp-bpf", "-y", "-e", $"trace={string.Join(',', $"{Network},{Files}".Split(',').Select(call => $"?{call}"))}",
        "-e", "signal=none", "-o", trace,
    ];

    /// <summary>Waits for the trace's end and returns what it holds that must not be.</summary>
    public async Task<IReadOnlyList<string>> OffencesAsync(string trace, int process, CancellationToken ct)
    {
        var end = $"{process} +++ ";
        string[] calls = [];
        await Eventually.IsAsync(async () => (calls = await LinesAsync(trace, ct))
            .Any(line => line.StartsWith(end, StringComparison.Ordinal)));
        Assert.Contains(calls, OpenCall().IsMatch);
        Assert.Contains(calls, NetworkCall().IsMatch);
        _own = [.. Harmless, .. calls.Select(call => $"/proc/{call.Split(' ')[0]}/").Distinct()];
        return [.. calls.Where(call => Speaks(call) || Writes(call)).Distinct()];
    }

    /// <summary>Short process numbers are padded.</summary>
    private static async Task<string[]> LinesAsync(string trace, CancellationToken ct) =>
        Array.ConvertAll(await File.ReadAllLinesAsync(trace, ct), line => Padding().Replace(line, "$1 "));

    private bool Speaks(string call)
    {
        if (!NetworkCall().IsMatch(call) || Family().Match(call) is not { Success: true } family)
            return false;
        return family.Groups[1].Value switch
        {
            "INET" or "INET6" => int.Parse(Port().Match(call).Groups[1].Value) == DnsPort
                || !IPAddress.IsLoopback(IPAddress.Parse(Address().Match(call).Groups[1].Value)),
            "UNIX" => SocketPath().Match(call).Groups[1].Value is var path && !LocalSockets.Contains(path) && !IsOurs(path),
            "NETLINK" or "UNSPEC" => false, // What networks this computer has; an end to a connection.
            _ => true,
        };
    }

    private bool Writes(string call)
    {
        if (!FileCall().IsMatch(call) || (OpenCall().IsMatch(call) && !WriteFlags().IsMatch(call)))
            return false;
        return NamedPath().Matches(call)
            .Select(named => System.IO.Path.GetFullPath(named.Groups[2].Value, named.Groups[1].Success ? named.Groups[1].Value : folder))
            .Any(path => !IsOurs(path) && !_own.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private bool IsOurs(string path) => writable.Any(root => path == root || path.StartsWith(root + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"^(\d+) +")]
    private static partial Regex Padding();

    [GeneratedRegex(@"^\d+ (connect|send(to|msg|mmsg)|bind)\(")]
    private static partial Regex NetworkCall();

    [GeneratedRegex(@"^\d+ (?!connect|send|bind)\w+\(")]
    private static partial Regex FileCall();

    [GeneratedRegex(@"^\d+ open(at2?)?\(")]
    private static partial Regex OpenCall();

    [GeneratedRegex("O_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)")]
    private static partial Regex WriteFlags();

    [GeneratedRegex("sa_family=AF_([A-Z0-9]+)")]
    private static partial Regex Family();

    [GeneratedRegex(@"sin6?_port=htons\((\d+)\)")]
    private static partial Regex Port();

    [GeneratedRegex("""(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)""")]
    private static partial Regex Address();

    [GeneratedRegex("""sun_path=@?"([^"]*)""")]
    private static partial Regex SocketPath();

    // `openat(AT_FDCWD</here>, "name"` or `openat(12</there>, "name"` or `mkdir("name"`.
    [GeneratedRegex("""(?:\b(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)\x22""")]
    private static partial Regex NamedPath();
}
