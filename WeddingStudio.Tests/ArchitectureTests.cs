using System.Text.RegularExpressions;

namespace WeddingStudio.Tests;

/// <summary>The walls: arrows between stages run one way, the ground floor carries and uses no stage, the roof lies on all of them, pages stay thin.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Stages = ["Photos", "Faces", "Visits", "People", "Moments", "Scores", "Picks", "Galleries"];
    private static readonly string[] GroundFloor = ["Imaging", "Inference", "Corrections", "Jobs", "Data"];
    private const string Roof = "Hosting";
    private static readonly string Engine = Path.Combine(Checkout.Root, "WeddingStudio.Engine");

    [Fact]
    public void Every_engine_folder_is_a_stage_part_of_the_ground_floor_or_the_roof()
    {
        var folders = Directory.EnumerateDirectories(Engine).Select(f => Path.GetFileName(f)).Except(["bin", "obj"]);

        Assert.Empty(folders.Except(Stages).Except(GroundFloor).Except([Roof]));
    }

    [Fact]
    public void A_stage_uses_only_earlier_stages_and_the_ground_floor()
    {
        var offences = Stages.SelectMany((stage, i) => Mentions(stage, [.. Stages.Skip(i + 1), Roof]));

        Assert.Empty(offences);
    }

    [Fact]
    public void Faces_are_read_from_pixels_alone() => Assert.Empty(Mentions("Faces", ["Photos"]));

    [Fact]
    public void The_ground_floor_uses_no_stage_and_not_the_roof()
    {
        var offences = GroundFloor.SelectMany(folder => Mentions(folder, [.. Stages, Roof]));

        Assert.Empty(offences);
    }

    [Fact]
    public void The_engine_knows_no_pages()
    {
        var offences = Files(Engine, ".cs", ".csproj").Where(file => Pages().IsMatch(Code(file))).Select(Relative);

        Assert.Empty(offences);
        Assert.Empty(Files(Engine, ".razor").Select(Relative));
    }

    [Fact]
    public void Models_are_pulled_by_a_command_or_a_planners_click_and_never_by_the_studio_itself()
    {
        Assert.Equal(["WeddingStudio.Engine/Hosting/Desks/Photos/SharperDesk.cs", "WeddingStudio.Engine/Inference/Pulling/PackPull.cs", "WeddingStudio.Web/Commands/Models/Pull.cs"], Saying(@"\bPackPull\b"));

        // The desk begins when the hub is told to, the hub when a page tells it to, and the page when somebody clicks.
        Assert.Equal(["WeddingStudio.Engine/Hosting/Doors/Hubs/StudioHub.Sharper.cs"], Saying(@"\bsharper\.Begin\b"));
        Assert.Equal(["WeddingStudio.Web/Components/StudioConnection.Questions.cs"], Saying(@"StudioHub\.FetchSharper\b"));
        Assert.Equal(["WeddingStudio.Web/Components/Photos/SharperState.cs"], Saying(@"\bFetchSharperAsync\(_"));
        Assert.Equal(["WeddingStudio.Web/Components/Photos/SharperCard.razor"], Saying(@"\bState\.FetchAsync\b"));

        static IEnumerable<string> Saying(string words) => Files(Engine, ".cs").Concat(Files(Path.Combine(Checkout.Root, "WeddingStudio.Web"), ".cs", ".razor"))
            .Where(file => Regex.IsMatch(Code(file), words)).Select(Relative).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void ONNX_Runtime_is_opened_in_the_one_place_that_keeps_it_quiet()
    {
        var openers = Files(Checkout.Root, ".cs").Where(file => Code(file).Contains("OrtEnv." + "Instance")).Select(Relative);

        Assert.Equal(["WeddingStudio.Engine/Inference/QuietRuntime.cs"], openers);
    }

    [Fact]
    public void Program_fits_on_one_screen()
    {
        Assert.InRange(File.ReadAllLines(Path.Combine(Checkout.Root, "WeddingStudio.Web", "Program.cs")).Length, 1, 60);
    }

    [Fact]
    public void Razor_files_have_at_most_100_lines()
    {
        var tooLong = Files(Path.Combine(Checkout.Root, "WeddingStudio.Web"), ".razor").Where(f => File.ReadLines(f).Count() > 100);

        Assert.Empty(tooLong.Select(Relative));
    }

    [Fact]
    public void Source_files_have_at_most_300_lines()
    {
        var tooLong = Files(Checkout.Root, ".cs").Where(f => !f.Contains("Migrations") && File.ReadLines(f).Count() > 300);

        Assert.Empty(tooLong.Select(Relative));
    }

    /// <summary>What nobody can take in at one look is a warehouse, not a room.</summary>
    [Fact]
    public void No_folder_has_more_than_twenty_files()
    {
        var full = Files(Checkout.Root, ".cs", ".razor").Where(f => !f.Contains("Migrations")).GroupBy(f => Path.GetDirectoryName(Relative(f))!)
            .Where(folder => folder.Count() > 20).Select(folder => $"{folder.Key}: {folder.Count()}");

        Assert.Empty(full);
    }

    /// <summary>Where code in <paramref name="folder"/> names the namespace of a forbidden folder or a type filed there.</summary>
    private static IEnumerable<string> Mentions(string folder, IReadOnlyList<string> forbidden)
    {
        var home = Path.Combine(Engine, folder);
        if (!Directory.Exists(home))
            return [];

        // Inside WeddingStudio.Engine a type of a sister folder can also be reached as `Faces.FacesStage`.
        var names = forbidden.SelectMany(other =>
            Types(other).Select(type => $@"(?<![\w.]){other}\.(\w+\.)*{type}\b").Prepend($@"WeddingStudio\.Engine\.{other}\b"));
        var pattern = new Regex(string.Join('|', names));
        return from file in Files(home, ".cs")
               let match = pattern.Match(Code(file))
               where match.Success
               select $"{Relative(file)} uses {match.Value}";
    }

    private static IEnumerable<string> Types(string folder)
    {
        var home = Path.Combine(Engine, folder);
        return Directory.Exists(home) ? Files(home, ".cs").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct() : [];
    }

    private static string Code(string file) => Comments().Replace(File.ReadAllText(file), "");

    private static IEnumerable<string> Files(string root, params string[] extensions) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f)))
            .Where(f => !Relative(f).Split('/').Intersect(["bin", "obj", "publish"]).Any());

    private static string Relative(string file) => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/');

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comments();

    [GeneratedRegex(@"MudBlazor|Razor|AspNetCore\.Components")]
    private static partial Regex Pages();
}
