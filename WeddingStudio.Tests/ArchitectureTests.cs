using System.Text.RegularExpressions;

namespace WeddingStudio.Tests;

/// <summary>
/// The walls: arrows between stages run one way, the ground floor carries and uses no stage, the roof lies on all of them, pages stay thin.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Stages = ["Photos", "Faces", "Visits", "People", "Moments", "Scores", "Picks", "Galleries"];
    private static readonly string[] GroundFloor = ["Imaging", "Inference", "Corrections", "Jobs", "Data"];
    private const string Roof = "Hosting";
    private static readonly string Engine = Path.Combine(Checkout.Root, "WeddingStudio.Engine");
    private static readonly string Web = Path.Combine(Checkout.Root, "WeddingStudio.Web");
    private static readonly string Contracts = Path.Combine(Checkout.Root, "WeddingStudio.Contracts");

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
    public void Desks_do_not_know_the_doors_they_answer_through()
    {
        var offences = Files(Path.Combine(Engine, Roof, "Desks"), ".cs")
            .Where(file => Code(file).Contains("Hosting.Doors")).Select(Relative);

        Assert.Empty(offences);
    }

    [Fact]
    public void Pages_know_the_contracts_and_not_the_engine_and_the_contracts_know_neither()
    {
        Assert.Empty(Files(Path.Combine(Web, "Components"), ".cs", ".razor").Append(Path.Combine(Web, "_Imports.razor"))
            .Where(file => Code(file).Contains("WeddingStudio.Engine")).Select(Relative));
        Assert.Empty(Files(Contracts, ".cs", ".csproj").Where(file => ContractsNeverKnow().IsMatch(Code(file))).Select(Relative));
    }

    /// <summary>Of more nobody can tell at the call which number is which.</summary>
    [Fact]
    public void Records_of_the_contracts_have_at_most_five_positions()
    {
        var records = Files(Contracts, ".cs").SelectMany(file => Positional().Matches(Code(file))).ToList();

        Assert.NotEmpty(records);
        Assert.Empty(records.Where(record => Positions(record.Groups["members"].Value) > 5).Select(record => record.Groups["name"].Value));

        static int Positions(string members)
        {
            var inside = 0;
            return 1 + members.Count(letter =>
            {
                inside += letter switch { '<' => 1, '>' => -1, _ => 0 };
                return letter == ',' && inside == 0;
            });
        }
    }

    [Fact]
    public void An_entity_has_a_file_of_its_own()
    {
        var declared = Files(Path.Combine(Engine, "Data", "Entities"), ".cs").Select(file => (Name: Path.GetFileNameWithoutExtension(file),
            Types: Declared().Matches(Code(file)).Select(type => type.Groups["name"].Value)));
        var entities = Regex.Matches(File.ReadAllText(Path.Combine(Engine, "Data", "StudioDb.cs")), @"DbSet<(\w+)>")
            .Select(set => set.Groups[1].Value);

        Assert.All(declared, file => Assert.Equal([file.Name], file.Types));
        Assert.Empty(entities.Except(declared.Select(file => file.Name)));
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
        Assert.Equal(["WeddingStudio.Engine/Hosting/Desks/Photos/ModelUpgradeDesk.cs", "WeddingStudio.Engine/Inference/Pulling/PackPull.cs",
            "WeddingStudio.Web/Commands/Models/Pull.cs"], Saying(@"\bPackPull\b"));

        // The desk begins when the hub is told to, the hub when a page tells it to, and the page when somebody clicks.
        Assert.Equal(["WeddingStudio.Engine/Hosting/Doors/Hubs/StudioHub.Photos.cs"], Saying(@"\bsharper\.Begin\b"));
        Assert.Equal(["WeddingStudio.Web/Components/Photos/ModelUpgradeState.cs"], Saying(@"\.FetchModelUpgrade\("));
        Assert.Equal(["WeddingStudio.Web/Components/Photos/ModelUpgradeCard.razor"], Saying(@"\bState\.FetchAsync\b"));

        static IEnumerable<string> Saying(string words) => Files(Engine, ".cs")
            .Concat(Files(Path.Combine(Checkout.Root, "WeddingStudio.Web"), ".cs", ".razor"))
            .Where(file => Regex.IsMatch(Code(file), words)).Select(Relative).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void ONNX_Runtime_is_opened_in_the_one_place_that_keeps_it_quiet()
    {
        var openers = Files(Checkout.Root, ".cs").Where(file => Regex.IsMatch(Code(file), @"OrtEnv\.(Create)?Instance")).Select(Relative);

        Assert.Equal(["WeddingStudio.Engine/Inference/QuietRuntime.cs"], openers);
    }

    /// <summary>Another database would have a room like this one; migrations are written for one of them.</summary>
    [Fact]
    public void One_room_alone_knows_SQLite()
    {
        var room = Path.Combine(Engine, "Data", "Sqlite");
        var offences = Files(Engine, ".cs").Concat(Files(Web, ".cs", ".razor"))
            .Where(file => !file.StartsWith(room, StringComparison.Ordinal) && !file.Contains("Migrations"))
            .Where(file => Sqlite().IsMatch(Code(file))).Select(Relative);

        Assert.Empty(offences);
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

    [Fact]
    public void Lines_have_at_most_140_columns()
    {
        var tooLong = Files(Checkout.Root, ".cs", ".razor").Where(f => !f.Contains("Migrations"))
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (line.Length, Place: $"{Relative(f)}:{i + 1}")))
            .Where(line => line.Length > 140).Select(line => line.Place);

        Assert.Empty(tooLong);
    }

    /// <summary>What nobody can take in at one look is a warehouse, not a room.</summary>
    [Fact]
    public void No_folder_has_more_than_twenty_files()
    {
        var full = Files(Checkout.Root, ".cs", ".razor").Where(f => !f.Contains("Migrations"))
            .GroupBy(f => Path.GetDirectoryName(Relative(f))!)
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

    [GeneratedRegex(@"WeddingStudio\.(Engine|Web)|ProjectReference|PackageReference|FrameworkReference")]
    private static partial Regex ContractsNeverKnow();

    [GeneratedRegex(@"record (struct )?(?<name>\w+)\((?<members>[^)]*)\)")]
    private static partial Regex Positional();

    [GeneratedRegex(@"^public .*\b(class|record struct|record|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"Microsoft\.Data\.Sqlite|SQLitePCL|Sqlite(Exception|Connection|Command|Parameter|Transaction|OpenMode)|UseSqlite"
        + @"|json_(each|extract)|PRAGMA|VACUUM|ExecuteSql|SqlQuery")]
    private static partial Regex Sqlite();

    [GeneratedRegex(@"MudBlazor|Razor|AspNetCore\.Components")]
    private static partial Regex Pages();
}
