using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Tests.Data;

/// <summary>
/// A data directory of every schema there ever was opens in this version: what users said still counts, people, picks and guests' links are
/// the same. The earlier database is made by the migrations up to it, and filled with what it has room for.
/// </summary>
public sealed class EarlierSchemasTests(EarlierSchemasTests.FilledStudio filled) : IClassFixture<EarlierSchemasTests.FilledStudio>
{
    /// <summary>One studio that all cases copy: to say 200 things takes seconds.</summary>
    public sealed class FilledStudio : IAsyncLifetime
    {
        public string Folder { get; private set; } = "";

        public IReadOnlyList<string> Contents { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var studio = await FilledAsync();
            Contents = await DescribeAsync(studio);
            await studio.CloseAsync();
            Folder = studio.Folder;
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private const int People = 40, PhotosEach = 5, Statements = 200, Links = 6;
    private const string FirstWithMessages = "20261201020000";

    /// <summary>What is wrong with a photo, and the sentence that earlier versions kept in its place.</summary>
    private static readonly (PhotoProblem Problem, string Sentence)[] _problems =
    [
        (new(PhotoProblemKind.CutOff), "is cut off: its end is missing. Copy it again from the camera''s card or ask the sender for it."),
        (new(PhotoProblemKind.NeedsTooMuch, 812L, 512L), "needs 812 MB of memory to open, more than the 512 MB that "
            + "Studio:Photos:DecodeMemoryMiB allows. Save a smaller copy of it, or a plain JPEG."),
        (new(PhotoProblemKind.CannotBeOpened, "Access denied."), "cannot be opened: Access denied. Allow WeddingStudio to read it."),
        (new(PhotoProblemKind.Other, "is odd."), "is odd."),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Earlier()
    {
        using var db = SqliteDatabase.OpenFile("unopened.db");
        return [.. db.Database.GetMigrations().SkipLast(1)];
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task A_data_directory_of_an_earlier_schema_opens_with_all_that_was_said(string schema)
    {
        var folder = Directory.CreateTempSubdirectory("studio-test-").FullName;
        var (from, to) = (new StudioPaths(Path.Combine(filled.Folder, "data")), new StudioPaths(Path.Combine(folder, "data")));
        Directory.CreateDirectory(to.Keys);
        foreach (var key in Directory.EnumerateFiles(from.Keys))
            File.Copy(key, Path.Combine(to.Keys, Path.GetFileName(key)));
        await MakeAsync(to.Database, schema, from.Database);

        await using var later = await TestStudio.AgainAsync(folder);
        await later.Get<StudioPipeline>().CatchUpAsync(TestWedding.Id, Ct);

        Assert.Equal(filled.Contents, await DescribeAsync(later));
        Assert.Single(Directory.EnumerateFiles(to.DataDirectory, "studio-before-*.db"));
    }

    /// <summary>People on paper, and 200 things said of them: names, merges, splits, rules of photos, some of them taken back.</summary>
    private static async Task<TestStudio> FilledAsync()
    {
        var studio = await TestStudio.OpenAsync();
        await studio.Store.WriteAsync(async db =>
        {
            for (var person = 1; person <= People; person++)
            {
                for (var i = 0; i < PhotosEach; i++)
                {
                    var photo = Paper.Photo($"{person}-{i}.jpg", Paper.Noon.AddMinutes(20 * i + person), hash: 97 * person + i);
                    db.Faces.Add(Paper.Face(photo, person));
                }
            }

            foreach (var (i, (problem, _)) in _problems.Index())
            {
                var photo = Paper.Photo($"problem-{i}.jpg");
                (photo.State, photo.Problem) = (PhotoState.Problem, problem);
                db.Photos.Add(photo);
            }

            await db.SaveChangesAsync(Ct);
        }, Ct);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, new Progress<StageProgress>(), Ct);
        var (pipeline, random) = (studio.Get<StudioPipeline>(), new Random(21));
        for (var i = 0; i < Statements; i++)
        {
            if (i % 10 == 9)
                await pipeline.UndoAsync(TestWedding.Id, "kim", Ct);
            else
                await pipeline.CorrectAsync(TestWedding.Id, "kim", await StatementAsync(studio, random, i), Ct);
        }

        await pipeline.CatchUpAsync(TestWedding.Id, Ct);
        var shared = await studio.Store.ReadAsync(
            db => db.People.Where(p => p.RedirectToId == null).OrderBy(p => p.Id).Select(p => p.Id).Take(Links).ToListAsync(Ct), Ct);
        foreach (var person in shared)
            await studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, person, Ct);
        return studio;
    }

    private static Task<Statement> StatementAsync(TestStudio studio, Random random, int i) => studio.Store.ReadAsync(async db =>
    {
        var faces = await db.Faces.Where(f => f.PersonId != null).OrderBy(f => f.Id)
            .Select(f => new { f.Id, f.PhotoId, Person = f.PersonId!.Value }).ToListAsync(Ct);
        var (one, other) = (faces[random.Next(faces.Count)], faces[random.Next(faces.Count)]);
        return (i % 6) switch
        {
            0 => new Statement(CorrectionKind.Named, [one.Person], [], []) { Name = $"Guest {i}", Role = i % 12 == 0 ? "cousin" : null },
            1 => new Statement(CorrectionKind.Merged, [one.Person, other.Person], [], []),
            2 => new Statement(CorrectionKind.Split, [one.Person], [one.Id], []),
            3 => new Statement(CorrectionKind.AlwaysShow, [one.Person], [], [one.PhotoId]) { On = i % 4 != 0 },
            4 => new Statement(CorrectionKind.KeptFromGuests, [], [], [one.PhotoId]),
            _ => new Statement(CorrectionKind.Hidden, [one.Person], [], []) { On = i % 4 != 0 },
        };
    }, Ct);

    private static Task<string[]> DescribeAsync(TestStudio studio) => studio.Store.ReadAsync<string[]>(async db =>
    [
        .. await db.People.OrderBy(p => p.Id)
            .Select(p => $"person {p.Id} {p.Name} {p.Role} {p.Hidden} {p.RedirectToId} {p.FaceCount} {p.PhotoCount}").ToListAsync(Ct),
        .. await db.Faces.OrderBy(f => f.Key).Select(f => $"face {f.Key} {f.PersonId}").ToListAsync(Ct),
        .. await db.PhotoRules.OrderBy(r => r.PhotoId).ThenBy(r => r.PersonId).ThenBy(r => r.Kind)
            .Select(r => $"rule {r.PhotoId} {r.PersonId} {r.Kind}").ToListAsync(Ct),
        .. await db.Corrections.OrderBy(c => c.Seq).Select(c => $"said {c.Seq} {c.Kind} {c.Payload}").ToListAsync(Ct),
        .. (await db.Picks.OrderBy(p => p.PersonId).ThenBy(p => p.Rank).ToListAsync(Ct))
            .Select(p => $"pick {p.PersonId} {p.Rank} {p.PhotoId} {p.Reason.English()}"),
        .. (await db.Photos.Where(p => p.Problem != null).OrderBy(p => p.Path).ToListAsync(Ct)).Select(p => $"photo {p.Path} {p.Problem}"),
        .. (await studio.Get<GalleryLinks>().ListAsync(TestWedding.Id, Ct))
            .Select(link => $"link {link.PersonId} {link.Path} {link.IsOpen}"),
    ], Ct);

    private static async Task MakeAsync(string database, string schema, string present)
    {
        await using (File.Create(database))
        await using (var db = SqliteDatabase.OpenFile(database))
            await db.GetService<IMigrator>().MigrateAsync(schema, Ct);
        await using var earlier = new SqliteConnection($"Data Source={database};Pooling=False");
        await earlier.OpenAsync(Ct);
        Run($"PRAGMA foreign_keys=OFF; ATTACH '{present}' AS present;");
        foreach (var table in Names("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT GLOB '__EF*' "
            + "AND name NOT GLOB 'sqlite*'"))
            Fill(table);
        if (Columns("main", "Weddings").Contains("Revision"))
            Run("UPDATE main.Weddings SET Revision = (SELECT Number FROM present.Revisions WHERE WeddingId = Weddings.Id)");

        // Sentences, as those versions kept them.
        if (string.CompareOrdinal(schema, FirstWithMessages) < 0)
        {
            foreach (var (i, (_, sentence)) in _problems.Index())
                Run($"UPDATE main.Photos SET Problem = '{sentence}' WHERE Path = 'problem-{i}.jpg'");
            if (Columns("main", "Picks").Count > 0)
                Run("UPDATE main.Picks SET Reason = 'Sharp'; UPDATE main.Moments SET Name = 'Late afternoon'");
        }

        void Fill(string table)
        {
            var there = Columns("present", table);
            if (there.Count == 0)
                return;
            var columns = Columns("main", table);
            var values = columns.Select(column => there.Contains(column) ? $"\"{column}\"" : DefaultOf(table, column));
            Run($"DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
                + $"SELECT {string.Join(", ", values)} FROM present.\"{table}\"");
        }

        string DefaultOf(string table, string column) =>
            Names($"SELECT type FROM pragma_table_info('{table}') WHERE name = '{column}'").Single() switch
            {
                "TEXT" => "''",
                "BLOB" => "x''",
                _ => "0",
            };

        List<string> Columns(string of, string table) => Names($"SELECT name FROM pragma_table_info('{table}', '{of}')");

        List<string> Names(string sql)
        {
            using var command = earlier.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            List<string> names = [];
            while (reader.Read())
                names.Add(reader.GetString(0));
            return names;
        }

        void Run(string sql)
        {
            using var command = earlier.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
