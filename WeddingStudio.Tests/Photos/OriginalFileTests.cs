using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos;

/// <summary>The one way to a photo's file.</summary>
public sealed class OriginalFileTests : IDisposable
{
    private readonly string _folder = RealPath.Of(Directory.CreateTempSubdirectory("original-file-").FullName);

    private string At(string path) => Path.Combine(_folder, path);

    private string Text(string path, string text = "photo")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return At(path);
    }

    private static string Read(OriginalFile file)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        return text.ReadToEnd();
    }

    private static string Problem(string path) => Assert.Throws<PhotoProblemException>(() => OriginalFile.Open(path)).Message;

    [Fact]
    public void A_file_is_read_and_says_what_the_system_says_of_it()
    {
        var path = Text("sub/Zoë 💍.jpg");

        using var file = OriginalFile.Open(path);

        Assert.Equal("photo", Read(file));
        Assert.Equal((5, File.GetLastWriteTimeUtc(path)), (file.Facts.Bytes, file.Facts.ModifiedAt));
        Assert.Equal("photo", File.ReadAllText(file.PathOfOpened));
        Assert.Equal(OriginalFile.FactsAt(path), file.Facts);
        Assert.Equal(!OperatingSystem.IsWindows(), file.Facts.IsSameAs(OriginalFile.FactsAt(path)!.Value));
    }

    [Fact]
    public void A_file_swapped_after_opening_is_still_the_one_that_was_opened()
    {
        var path = Text("a.jpg");
        using var file = OriginalFile.Open(path);

        File.Move(Text("secret", "secret"), path, overwrite: true);

        Assert.NotEqual("secret", File.ReadAllText(file.PathOfOpened));
        Assert.False(file.Facts.IsSameAs(OriginalFile.FactsAt(path)!.Value));
    }

    [Theory]
    [InlineData("link.jpg")]
    [InlineData("linked-folder/a.jpg")]
    [InlineData("linked-folder/sub/a.jpg")]
    public void No_link_is_followed_wherever_it_stands(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        Text("real/a.jpg");
        Text("real/sub/a.jpg");
        File.CreateSymbolicLink(At("link.jpg"), At("real/a.jpg"));
        Directory.CreateSymbolicLink(At("linked-folder"), At("real"));

        Assert.StartsWith("is a link or lies behind one", Problem(At(path)));
    }

    [Fact]
    public void Nothing_and_what_lies_behind_a_file_is_no_longer_there()
    {
        Text("a.jpg");

        Assert.Equal(new PhotoProblem(PhotoProblemKind.Gone).English(), Problem(At("nothing.jpg")));
        Assert.Equal(new PhotoProblem(PhotoProblemKind.Gone).English(), Problem(At("nowhere/a.jpg")));
        Assert.Equal(new PhotoProblem(PhotoProblemKind.Gone).English(), Problem(At("a.jpg/b.jpg")));
    }

    [Fact]
    public void A_way_back_up_leads_nowhere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the system itself takes such parts out.");
        Text("a.jpg");

        Assert.Contains("cannot be opened", Problem($"{_folder}/sub/../a.jpg"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_folder_a_pipe_a_socket_and_a_device_are_no_files_and_keep_nobody_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are none on Windows.");
        Directory.CreateDirectory(At("folder.jpg"));
        using (var pipe = Process.Start("mkfifo", [At("pipe.jpg")]))
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(At("socket.jpg")));

        foreach (var path in (string[])[At("folder.jpg"), At("pipe.jpg"), At("socket.jpg"), "/dev/zero", "/dev/tty"])
        {
            Assert.StartsWith("is no file", await Task.Run(() => Problem(path)));
            Assert.Null(OriginalFile.FactsAt(path));
        }
    }

    [Fact]
    public void What_is_written_to_while_it_is_read_stops_the_reading()
    {
        var path = Text("a.jpg", new string('x', 100_000));
        using var file = OriginalFile.Open(path);
        if (OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => File.WriteAllText(path, "y"));
            return;
        }

        var piece = new byte[1000];
        Assert.Equal(1000, file.Read(piece));
        using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            writer.Position = 50_000;
            writer.Write("SECRET"u8);
        }

        Assert.Throws<IOException>(() => file.Read(piece));
        Assert.Throws<IOException>(file.ThrowIfTouched);
    }

    [Fact]
    public void What_loses_its_name_while_it_is_read_is_read_to_its_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There it keeps its name until it is closed.");
        var path = Text("a.jpg", new string('x', 100_000));
        using var file = OriginalFile.Open(path);

        File.Delete(path);

        Assert.Equal(new string('x', 100_000), Read(file));
    }

    [Fact]
    public async Task Every_way_of_reading_gives_the_same_bytes()
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(i => (char)('a' + i % 26)));
        using var file = OriginalFile.Open(Text("a.jpg", text));

        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        file.Seek(-10, SeekOrigin.End);
        var end = new byte[20];
        var read = await file.ReadAsync(end, 5, 15, TestContext.Current.CancellationToken);
        file.Position = 26;
        var next = new byte[26];
        file.ReadExactly(next, 0, 26);

        Assert.Equal(text, Encoding.ASCII.GetString(copy.ToArray()));
        Assert.Equal((10, text[^10..]), (read, Encoding.ASCII.GetString(end, 5, read)));
        Assert.Equal(text[..26], Encoding.ASCII.GetString(next));
    }

    [Fact]
    public void The_layout_of_what_the_system_says_is_that_of_the_runtime()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is not used there.");
        var theirs = typeof(object).Assembly.GetType("Interop+Sys+FileStatus")!;
        var ours = typeof(UnixFiles.Status);
        int[] Offsets(Type type) => [.. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(f => (int)Marshal.OffsetOf(type, f.Name))];

        Assert.Equal(Marshal.SizeOf(theirs), Marshal.SizeOf(ours));
        Assert.Equal(Offsets(theirs), Offsets(ours));
        Assert.Equal(["Size", "MTime", "CTime", "Dev", "Ino"],
            new[] { "Size", "ModifiedSeconds", "ChangedSeconds", "Device", "Inode" }
                .Select(name => theirs.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                    .Single(f => (int)Marshal.OffsetOf(theirs, f.Name) == (int)Marshal.OffsetOf(ours, name)).Name));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
