using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <summary>
    /// A pick goes with its face, so nobody but the stage that makes picks needs to write them. The table is made anew, empty: all picks
    /// are made again at the start of the studio, and what guests see lies in another table.
    /// </summary>
    public partial class PicksOfFaces : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Picks");

            migrationBuilder.CreateTable(
                name: "Picks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    WeddingId = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    PhotoId = table.Column<int>(type: "INTEGER", nullable: false),
                    FaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<double>(type: "REAL", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Picks", x => x.Id);
                    table.ForeignKey("FK_Picks_Faces_FaceId", x => x.FaceId, "Faces", "Id", onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(name: "IX_Picks_WeddingId_PersonId", table: "Picks", columns: ["WeddingId", "PersonId"]);
            migrationBuilder.CreateIndex(name: "IX_Picks_FaceId", table: "Picks", column: "FaceId");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Schemas only go forward; the copy made before holds the old one.");
    }
}
